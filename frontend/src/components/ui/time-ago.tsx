import { useTranslation } from 'react-i18next';
import { exactTime, relativeTo } from '@/i18n/time';

/** "3 giờ trước", with the exact time on hover. */
export function TimeAgo({ at }: { at: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={at} title={exactTime(at)}>
      {relativeTo(at, i18n.language)}
    </time>
  );
}

export function ExactTime({ at }: { at: string }) {
  return <time dateTime={at}>{exactTime(at)}</time>;
}
