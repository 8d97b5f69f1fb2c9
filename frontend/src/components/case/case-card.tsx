import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseKind } from '@/api/types';
import { ListRow } from '@/components/ui/list-row';
import classes from './case-card.module.css';
import { CaseLink } from './case-link';

interface CaseCardProps {
  id: string;
  kind: CaseKind;
  title: string;
  /** Whose it is, of which period; what is empty is left out. */
  about: (string | null)[];
  standing: ReactNode;
  /** Before the title: what it is picked with. */
  pick?: ReactNode;
  children?: ReactNode;
}

/** A plan or a consolidation in a list. */
export function CaseCard({ id, kind, title, about, standing, pick, children }: CaseCardProps) {
  return (
    <ListRow>
      <div className={classes.head}>
        <div className={classes.lead}>
          {pick}
          <div className={classes.title}>
            <CaseLink kind={kind} id={id}>
              {title}
            </CaseLink>
            <Text size="sm" c="dimmed">
              {about.filter(Boolean).join(' · ')}
            </Text>
          </div>
        </div>
        {standing}
      </div>
      {children}
    </ListRow>
  );
}
