import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Case, Signature } from '@/api/types';
import { OpenRow } from '@/components/case/open-row';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { TimeAgo } from '@/components/ui/time-ago';
import type { Place } from './places';
import { remarksQuery, signaturesQuery } from './queries';
import { RemarkItem } from './remark-item';
import { isBack, ofReturn } from './of-return';
import type { Take } from './proposed-value';

interface ReturnedProps {
  /** None yet: nothing is shown. */
  kase: Case | undefined;
  places: Place[];
  onTake: Take;
}

/** Lý do trả lại: what the unit has to do now, above everything else, each remark with its answer. */
export function Returned({ kase, ...props }: ReturnedProps) {
  return kase && isBack(kase) && <Back kase={kase} {...props} />;
}

type BackProps = Omit<ReturnedProps, 'kase'> & { kase: Case };

function Back(props: BackProps) {
  const { data: signatures } = useQuery(signaturesQuery(props.kase.id));
  const last = signatures?.findLast(({ act }) => act === 'return' || act === 'reopen');
  return last?.act === 'return' && <Strip signature={last} {...props} />;
}

function Strip({ kase, places, onTake, signature }: BackProps & { signature: Signature }) {
  const { t } = useTranslation();
  const { data: all = [] } = useQuery(remarksQuery(kase.id));
  const remarks = ofReturn(all, kase);
  const answered = remarks.filter(({ answer }) => answer !== null).length;
  return (
    <Section
      title={t('returned.title', { n: kase.returned })}
      aside={remarks.length > 0 && <Text size="sm">{t('returned.answered', { n: answered, of: remarks.length })}</Text>}
    >
      <Stack gap="sm">
        <Text fw={600} style={{ whiteSpace: 'pre-line' }}>
          {signature.comment}
        </Text>
        <Text size="sm" c="dimmed">
          {signature.signer.name}, {signature.signer.unit} · <TimeAgo at={signature.at} />
        </Text>
        <PlainList gap="md">
          {remarks.map((remark) => (
            <RemarkItem key={remark.id} remark={remark} place={places.find(({ row }) => row === remark.row)} onTake={onTake} />
          ))}
        </PlainList>
        {kase.open && (
          <Group gap="md">
            <Text size="sm">{t('scope.only')}</Text>
            <OpenRow row={null} label={t('scope.openHead')} />
          </Group>
        )}
      </Stack>
    </Section>
  );
}
