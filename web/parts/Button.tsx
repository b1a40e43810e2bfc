import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { tell, tellRefusal } from './announce';

interface ButtonProps {
  /** May take its time: the button waits, and a refusal is told. */
  onPress: () => unknown;
  /** Said once it is done. */
  done?: string;
  look?: 'main' | 'quiet' | 'grave' | 'link';
  disabled?: boolean;
  /** For a button whose visible words are not enough alone. */
  label?: string;
  describedBy?: string;
  pressed?: boolean;
  expanded?: boolean;
  class?: string;
  autoFocus?: boolean;
  children: ComponentChildren;
}

export const Button = (props: ButtonProps) => {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await props.onPress();
      if (props.done) tell(props.done);
    } catch (error) {
      tellRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      class={`${props.look ?? 'quiet'} ${props.class ?? ''}`}
      disabled={props.disabled}
      aria-busy={busy || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      onClick={press}
      autofocus={props.autoFocus}
    >
      {props.children}
    </button>
  );
};
