export const Table = () => <main class="page" />;
