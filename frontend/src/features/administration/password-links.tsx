import { Alert, Button, CopyButton, Group, Loader, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Copy, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PasswordLink } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { FormDialog } from '@/components/ui/form-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import classes from './password-links.module.css';
import { refreshAdministration } from './queries';

interface PasswordLinksProps {
  people: string[];
  onClose: () => void;
}

/** Makes a link for each of these people, with which they set a password once; they are shown now and never again. */
export function PasswordLinks({ people, onClose }: PasswordLinksProps) {
  const { t } = useTranslation();
  const making = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/people/links', { body: { people } })),
    onSuccess: refreshAdministration,
  });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true; // React mounts twice while developing; a second link would kill the first
    making.mutate();
  }, [making]);
  return (
    <FormDialog title={t('admin.links')} draft={null} kept={null} onSubmit={onClose} onClose={onClose}>
      <ProblemAlert error={making.error} />
      {making.isPending && <Loader size="sm" />}
      {making.data && <Links links={making.data.results} />}
    </FormDialog>
  );
}

function Links({ links }: { links: readonly PasswordLink[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Alert>{t('admin.linksOnce')}</Alert>
      <Group justify="flex-end">
        <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('admin.printSlips')}
        </Button>
      </Group>
      <Table.ScrollContainer minWidth={420} mah={400} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('admin.links')}>
          <Table.Tbody>
            {links.map((link) => (
              <Table.Tr key={link.username}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {link.name}
                  </Text>
                  <Text size="sm">{link.username}</Text>
                </Table.Td>
                <Table.Td>
                  <CopyLink link={link} />
                  {link.mailed && <Text size="sm">{t('admin.mailed')}</Text>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Slips links={links} />
    </Stack>
  );
}

function CopyLink({ link: { link, name } }: { link: PasswordLink }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={link}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Copy size={16} aria-hidden />}
          aria-label={`${t('admin.copyLink')}: ${name}`}
          onClick={copy}
        >
          {t(copied ? 'admin.copied' : 'admin.copyLink')}
        </Button>
      )}
    </CopyButton>
  );
}

/** On paper: a slip for each person, to be cut apart. */
function Slips({ links }: { links: readonly PasswordLink[] }) {
  const { t } = useTranslation();
  return createPortal(
    <div className={classes.slips}>
      {links.map(({ name, username, link }) => (
        <div key={username} className={classes.slip}>
          <strong>{name}</strong>
          <div>{t('admin.slipLogin', { username })}</div>
          <div>{t('admin.slipLink')}</div>
          <div className={classes.link}>{link}</div>
        </div>
      ))}
    </div>,
    document.body,
  );
}
