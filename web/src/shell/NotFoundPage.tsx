import { CompassOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Blank } from '../kit/Blank';
import { useTitle } from '../kit/useTitle';

export function NotFoundPage() {
  const { t } = useTranslation();
  useTitle(t('shell.not-found'));
  return (
    <>
      <h1 className="visually-hidden">{t('shell.not-found')}</h1>
      <Blank icon={<CompassOutlined />} title={t('shell.not-found')} detail={t('shell.not-found.detail')}>
        <Link to="/orders">{t('shell.to-orders')}</Link>
      </Blank>
    </>
  );
}
