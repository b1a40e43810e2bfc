export const Hall = (_: { code?: string }) => <main class="page" />;
