import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/reference';
import { draftKey, findDraft } from '@/components/grid/drafts';
import { PEOPLE_SHEET } from './use-typed-people';

/** Leads to the grid; says so where something was typed there and not entered. */
export function OpenPeopleSheet({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const [begun, setBegun] = useState(false);
  const key = draftKey(me?.username ?? '', PEOPLE_SHEET);
  useEffect(() => {
    const look = async () => setBegun((await findDraft(key)) !== undefined);
    look().catch(() => undefined); // some browsers keep nothing
  }, [key]);
  return (
    <Button variant={begun ? 'light' : 'default'} onClick={onOpen}>
      {t(begun ? 'peopleSheet.goOn' : 'peopleSheet.open')}
    </Button>
  );
}
