import { Accordion, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { namesRemark } from '@/components/case/remark-place';
import type { Place } from './places';
import { Remarks } from './remarks';
import { Timeline } from './timeline';

interface CaseHistoryProps {
  id: string;
  places: Place[];
}

/** Remarks and signatures of one of several cases on a screen, out of the way until they are asked for. */
export function CaseHistory({ id, places }: CaseHistoryProps) {
  const { t } = useTranslation();
  return (
    <Accordion variant="contained" keepMounted={false} order={3} defaultValue={namesRemark() ? id : null}>
      <Accordion.Item value={id}>
        <Accordion.Control>{t('remark.history')}</Accordion.Control>
        <Accordion.Panel>
          <Stack>
            <Timeline caseId={id} />
            <Remarks caseId={id} places={places} />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
