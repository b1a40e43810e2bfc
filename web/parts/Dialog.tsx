import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../locale';
import { dialogGone, dialogOpened, Notices } from './announce';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** The foot: usually a Button that does it; a way back is always there. */
  actions?: ComponentChildren;
  wide?: boolean;
  children: ComponentChildren;
}

/** A modal question or sheet, while it is rendered. The browser's own dialog keeps the focus and Escape. */
export const Dialog = ({ title, onClose, actions, wide, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [open, setOpen] = useState<HTMLDialogElement | null>(null);
  useEffect(() => {
    const before = document.activeElement;
    const box = dialog.current;
    if (!box) return;
    box.showModal();
    // Where there is something to fill in, begin there; else on the way back, so that nothing is done by accident.
    const first = box.querySelector<HTMLElement>(
      '[autofocus], :is(input, select, textarea):enabled:not(.language *)',
    );
    (first ?? box.querySelector<HTMLElement>('article > footer button'))?.focus();
    dialogOpened(box);
    setOpen(box);
    return () => {
      dialogGone(box);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'wide' : undefined}
      aria-labelledby={heading}
      onClose={onClose}
      onCancel={onClose}
    >
      <article>
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" class="link shut" aria-label={t('close')} onClick={onClose}>
            ×
          </button>
        </header>
        <div class="dialog-body">{children}</div>
        <footer>
          <button type="button" class="quiet" onClick={onClose}>
            {actions ? t('go-back') : t('close')}
          </button>
          {actions}
        </footer>
      </article>
      {open && <Notices within={open} />}
    </dialog>
  );
};
