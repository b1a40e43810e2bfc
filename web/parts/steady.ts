// What is drawn again only when it is given something else. A part that reads signals still follows those.

import { Component, type ComponentChild, type FunctionComponent, h } from 'preact';

export function steady<P extends object>(Inner: FunctionComponent<P>): FunctionComponent<P> {
  class Steady extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props as Record<string, unknown>;
      const after = next as Record<string, unknown>;
      return (
        Object.keys(after).some((name) => after[name] !== before[name]) ||
        Object.keys(before).some((name) => !(name in after))
      );
    }
    override render(): ComponentChild {
      return h(Inner, this.props as P);
    }
  }
  return Steady as unknown as FunctionComponent<P>;
}
