import type { ComponentChildren } from 'preact';

/** A control with its words above it, and a hint below. */
export const Field = (props: { label: string; hint?: string; children: ComponentChildren }) => (
  <label class="field">
    <span class="label">{props.label}</span>
    {props.children}
    {props.hint && <small>{props.hint}</small>}
  </label>
);
