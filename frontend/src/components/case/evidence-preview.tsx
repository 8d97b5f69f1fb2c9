import { Anchor, Group, Image, Modal, Stack, UnstyledButton } from '@mantine/core';
import { Download, Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './evidence-preview.module.css';

const PICTURE = /\.(png|jpe?g)$/i;
const PAPER = /\.pdf$/i;

/** Whether a browser can show the file in the page. */
export const isShown = (name: string) => PICTURE.test(name) || PAPER.test(name);

const addressOf = (sha256: string) => `/api/v1/evidence/${sha256}`;

/** A kept file as a download. */
export function EvidenceDownload({ sha256, name }: { sha256: string; name: string }) {
  return (
    <Anchor href={addressOf(sha256)} download size="sm">
      <Download size={16} aria-hidden /> {name}
    </Anchor>
  );
}

/** A picture or a PDF, seen in the page: the picture small at once, either whole when it is opened. */
export function EvidencePreview({ sha256, name }: { sha256: string; name: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const address = `${addressOf(sha256)}?inline=true`;
  const picture = PICTURE.test(name);
  return (
    <>
      <Group gap="sm" wrap="nowrap">
        <UnstyledButton className={classes.open} aria-label={t('evidence.show', { name })} onClick={() => setOpen(true)}>
          {picture ? <img src={address} alt="" loading="lazy" className={classes.thumb} /> : <Eye size={16} aria-hidden />}
        </UnstyledButton>
        <EvidenceDownload sha256={sha256} name={name} />
      </Group>
      <Modal opened={open} onClose={() => setOpen(false)} title={name} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
        <Stack>
          {picture ? (
            <Image src={address} alt={name} fit="contain" mah="75vh" />
          ) : (
            <iframe src={address} title={name} className={classes.paper} />
          )}
          <EvidenceDownload sha256={sha256} name={t('evidence.download')} />
        </Stack>
      </Modal>
    </>
  );
}
