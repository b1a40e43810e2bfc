export const Control = (_: { code?: string }) => <main class="page" />;
