import { Component, type ComponentChildren } from 'preact';
import { t } from '../locale';

/** A fault in one part of the screen does not take the rest with it. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown) {
    console.error(error);
    this.setState({ failed: true });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <section class="fault" role="alert">
        <p>{t('part-failed')}</p>
        <button type="button" onClick={() => this.setState({ failed: false })}>
          {t('try-again')}
        </button>
      </section>
    );
  }
}
