import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { distanceTo, isPast } from '@/i18n/time';
import { ExactTime } from './time-ago';

/** When something is due, and how long until then, or since. */
export function Countdown({ at }: { at: string }) {
  const { t, i18n } = useTranslation();
  const time = distanceTo(at, i18n.language);
  const past = isPast(at);
  return (
    <>
      <ExactTime at={at} />{' '}
      <Text span inherit c={past ? 'dimmed' : undefined} fw={past ? undefined : 600}>
        ({t(past ? 'month.passed' : 'month.left', { time })})
      </Text>
    </>
  );
}
