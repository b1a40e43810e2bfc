export const Door = (_: { code?: string }) => <main class="page" />;
