/** The course of a number, to be seen at a glance; the numbers themselves stand beside or below. */
const width = 96;
const height = 24;
const edge = 3;

export const Spark = ({ values, low, high }: { values: number[]; low?: number; high?: number }) => {
  const least = Math.min(...values, low ?? Number.POSITIVE_INFINITY);
  const span = Math.max(...values, high ?? Number.NEGATIVE_INFINITY) - least || 1;
  const points = values.map((value, index) => [
    edge + (index * (width - 2 * edge)) / Math.max(1, values.length - 1),
    height - edge - ((value - least) * (height - 2 * edge)) / span,
  ]);
  const [endAcross = 0, endDown = 0] = points.at(-1) ?? [];
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path class="spark-base" d={`M${edge} ${height - 1.5}H${width - edge}`} />
      <polyline
        points={points.map((point) => point.map((each) => each.toFixed(1)).join(',')).join(' ')}
      />
      <circle cx={endAcross.toFixed(1)} cy={endDown.toFixed(1)} r="2.5" />
    </svg>
  );
};
