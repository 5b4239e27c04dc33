import styles from './Seal.module.css';

/** The product's mark: a cinnabar seal with the character 跟. */
export function Seal({ size = 32 }: { size?: number }) {
  return (
    <span className={styles.seal} style={{ width: size, height: size, fontSize: size * 0.6 }} aria-hidden="true">
      跟
    </span>
  );
}
