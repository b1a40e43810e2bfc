import type { ComponentChildren } from 'preact';

/** A table that may be wider than a phone: it scrolls by itself, with the keyboard too. */
export const Scroll = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/useSemanticElements: not a set of fields
  <div class="scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
