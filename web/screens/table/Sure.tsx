import { useState } from 'preact/hooks';
import { refusalText } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';

interface SureProps {
  title: string;
  /** What will happen, and who sees it. */
  text: string;
  act: string;
  grave?: boolean;
  onDo: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks once before what cannot be taken back. A refusal is read where it was asked. */
export const Sure = ({ title, text, act, grave, onDo, onClose }: SureProps) => {
  const [refused, setRefused] = useState('');
  const go = async () => {
    try {
      await onDo();
      onClose();
    } catch (error) {
      setRefused(refusalText(error));
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button look={grave ? 'grave' : 'main'} onPress={go}>
          {act}
        </Button>
      }
    >
      <p>{text}</p>
      {refused && (
        <p class="refused" role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  );
};
