import { Anchor, List } from '@mantine/core';
import { ExternalLink, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EvidenceDownload, EvidencePreview, isShown } from './evidence-preview';

export interface EvidenceItem {
  kind: 'file' | 'link' | 'document';
  /** SHA-256 of a file, address of a link, number of a document. */
  value: string;
  name?: string;
}

/** What proves a result, one click away: a file, a link, or the number of a document. */
export function EvidenceList({ items }: { items: readonly EvidenceItem[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <List listStyleType="none" aria-label={t('evidence.label')} spacing={4}>
      {items.map((item) => (
        <List.Item key={`${item.kind} ${item.value}`}>
          <Evidence item={item} />
        </List.Item>
      ))}
    </List>
  );
}

/** One piece of evidence. */
export function Evidence({ item: { kind, value, name } }: { item: EvidenceItem }) {
  const { t } = useTranslation();
  switch (kind) {
    case 'file':
      return name && isShown(name) ? (
        <EvidencePreview sha256={value} name={name} />
      ) : (
        <EvidenceDownload sha256={value} name={name || t('evidence.file')} />
      );
    case 'link':
      return (
        <Anchor href={safeAddress(value)} target="_blank" rel="noreferrer" size="sm">
          <ExternalLink size={16} aria-hidden /> {name || value}
        </Anchor>
      );
    case 'document':
      return (
        <span>
          <FileText size={16} aria-hidden /> {[value, name].filter(Boolean).join(' – ')}
        </span>
      );
  }
}

/** An address that a click may open; anything but http(s) leads nowhere. */
function safeAddress(address: string): string | undefined {
  return /^https?:\/\//i.test(address) ? address : undefined;
}
