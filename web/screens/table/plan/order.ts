// What a delegation wants, in its own order.

/** What is ranked already, then the rest as the scenario has it. */
export const aimsInOrder = (items: string[], ranked: string[] = []) => [
  ...ranked.filter((id) => items.includes(id)),
  ...items.filter((id) => !ranked.includes(id)),
];

/** The list with one of it at another place. */
export function moved<T>(list: T[], from: number, to: number): T[] {
  const others = list.filter((_, index) => index !== from);
  const one = list[from];
  if (one === undefined) return list;
  others.splice(Math.max(0, Math.min(to, others.length)), 0, one);
  return others;
}
