import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WholeInstitution } from '@/api/administration-types';
import { useHolds, useUnitNames } from '@/api/reference';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { OfficeDialog, WordsDialog } from './institution-dialogs';
import { WORDS } from './own-words';
import { institutionQuery } from './queries';

/** What the institution is called, its own words, and which unit is its admin office. */
export function InstitutionSection() {
  const { t } = useTranslation();
  const found = useQuery(institutionQuery);
  const [opened, setOpened] = useState<'words' | 'office'>();
  const administers = useHolds('administer');
  const staffs = useHolds('staff');
  return (
    <QueryView query={found}>
      {(institution) => (
        <Section
          title={institution.name}
          aside={
            <Button.Group>
              {administers && (
                <Button variant="default" onClick={() => setOpened('words')}>
                  {t('admin.changeInstitution')}
                </Button>
              )}
              {staffs && (
                <Button variant="default" onClick={() => setOpened('office')}>
                  {t('admin.setOffice')}
                </Button>
              )}
            </Button.Group>
          }
        >
          <Said institution={institution} />
          {opened === 'words' && <WordsDialog institution={institution} onClose={() => setOpened(undefined)} />}
          {opened === 'office' && <OfficeDialog institution={institution} onClose={() => setOpened(undefined)} />}
        </Section>
      )}
    </QueryView>
  );
}

function Said({ institution: { place, office, words } }: { institution: WholeInstitution }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const lines = [
    { name: t('admin.place'), said: place },
    { name: t('admin.office'), said: office ? unitName(office) : t('admin.noOffice') },
    ...WORDS.map((word) => ({ name: t(`admin.words.${word}`), said: words[word] })),
  ];
  return lines.map(({ name, said }) => (
    <Text key={name} size="sm">
      {name}: <strong>{said || '–'}</strong>
    </Text>
  ));
}
