const TYPED = /^(\d{1,2})(?:\s*(?:h|g|giờ|:|\.)\s*(\d{2})?|(\d{2}))?$/i;

/** An hour as people write it (17, 17h, 17h30, 1730, 17:30) as HH:mm; undefined where it is none. */
export function clockOf(typed: string): string | undefined {
  const [, hour, after, joined] = TYPED.exec(typed.trim()) ?? [];
  const minute = after ?? joined ?? '00';
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
