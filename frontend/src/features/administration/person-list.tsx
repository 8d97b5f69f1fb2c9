import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptPerson } from '@/api/administration-types';
import { PagedList } from '@/components/ui/paged-list';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';
import { LetIn } from './let-in';
import { PasswordLinks } from './password-links';
import { PersonForm } from './person-form';
import { PostForm } from './post-form';
import { PostLine } from './post-line';
import { everybodyQuery, type PeopleAsked } from './queries';

/** Everybody of the institution, also who is gone, with all posts. */
export function PersonList({ asked }: { asked: PeopleAsked }) {
  const { t } = useTranslation();
  return (
    <PagedList query={everybodyQuery(asked)} label={t('admin.people')} empty={t('admin.noPeople')}>
      {(person) => <PersonCard key={person.id} person={person} />}
    </PagedList>
  );
}

type Opened = 'change' | 'post' | 'link' | 'let-in';

function PersonCard({ person }: { person: KeptPerson }) {
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <ListRow>
      <Group justify="space-between" gap="sm" align="start">
        <div>
          <Group gap="sm">
            <Text fw={600}>{person.full_name}</Text>
            <Stands person={person} />
          </Group>
          <Text size="sm">{[person.username, person.email, person.telephone].filter(Boolean).join(' · ')}</Text>
        </div>
        <Tools person={person} onOpen={setOpened} />
      </Group>
      {person.posts.map((post) => (
        <PostLine key={post.id} post={post} name={person.full_name} />
      ))}
      {opened === 'change' && <PersonForm person={person} onClose={close} />}
      {opened === 'post' && <PostForm person={person} onClose={close} />}
      {opened === 'link' && <PasswordLinks people={[person.id]} onClose={close} />}
      {opened === 'let-in' && <LetIn person={person} onClose={close} />}
    </ListRow>
  );
}

/** Whether they can log in. */
function Stands({ person: { active, has_password, invited } }: { person: KeptPerson }) {
  const { t } = useTranslation();
  if (!active) return <Quiet>{t('admin.inactive')}</Quiet>;
  if (has_password) return null;
  return <Quiet>{t(invited ? 'admin.invited' : 'admin.noPassword')}</Quiet>;
}

function Tools({ person, onOpen }: { person: KeptPerson; onOpen: (what: Opened) => void }) {
  const { t } = useTranslation();
  const { full_name: name, active } = person;
  const inside: readonly (readonly [Opened, string])[] = [
    ['post', t('admin.addPost')],
    ['link', t('admin.link')],
  ];
  const tools: readonly (readonly [Opened, string])[] = [
    ['change', t('admin.change')],
    ...(active ? inside : []),
    ['let-in', t(active ? 'admin.deactivate' : 'admin.reactivate')],
  ];
  return (
    <Group gap="xs">
      {tools.map(([what, label]) => (
        <Button key={what} size="compact-sm" variant="default" aria-label={`${label}: ${name}`} onClick={() => onOpen(what)}>
          {label}
        </Button>
      ))}
    </Group>
  );
}
