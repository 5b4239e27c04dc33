import { Modal } from 'antd';
import { ProblemView } from './ProblemView';

/** Shows the error of an action that has no place of its own on the page. */
export function ProblemDialog({ error, onClose }: { error: Error; onClose: () => void }) {
  return (
    <Modal open onCancel={onClose} footer={null}>
      <ProblemView error={error} />
    </Modal>
  );
}
