/** The 97.5 % point of the normal distribution: intervals are of 95 %. */
const Z = 1.959964;

/** Wilson's interval of a share: honest for small samples and near 0 and 1, where the usual one leaves the scale. */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: Number.NaN, high: Number.NaN };
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const size = 1 + (Z * Z) / n;
  return { low: Math.max(0, (middle - reach) / size), high: Math.min(1, (middle + reach) / size) };
}
