export const Debrief = (_: { code?: string }) => <main class="page" />;
