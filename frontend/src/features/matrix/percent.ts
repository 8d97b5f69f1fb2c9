/** "87%" of a share from 0 to 1; a dash where nothing was expected. */
export function percent(share: number | null, language: string): string {
  if (share === null) return '–';
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
