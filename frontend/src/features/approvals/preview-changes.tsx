import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainList } from '@/components/ui/plain-list';
import { QueryView } from '@/components/ui/query-view';
import { compared } from './compared';
import { ComparedFields } from './compared-fields';
import { differenceQuery } from './queries';

interface PreviewChangesProps {
  id: string;
  submission: number;
  /** The submission that it is compared with: whoever signs has seen it. */
  since: number;
}

/** What changed since what was seen, asked for when it is opened. */
export function PreviewChanges({ id, submission, since }: PreviewChangesProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...differenceQuery(id, submission), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('compared.title', { n: since })}</summary>
      {open && (
        <QueryView query={query}>
          {(found) => {
            const { head, things, kept } = compared(found);
            return (
              <>
                <ComparedFields fields={head} />
                <PlainList gap="sm">
                  {things.map(({ list, name, change, called, fields }) => (
                    <li key={`${list} ${name}`}>
                      <Text size="sm">
                        {t(`compared.changes.${change}`)}: <strong>{called}</strong>
                      </Text>
                      {change === 'changed' && <ComparedFields fields={fields} />}
                    </li>
                  ))}
                </PlainList>
                <Text size="sm" c="dimmed">
                  {t('compared.kept', { n: kept })}
                </Text>
              </>
            );
          }}
        </QueryView>
      )}
    </details>
  );
}
