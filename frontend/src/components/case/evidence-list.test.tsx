import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { EvidenceList, type EvidenceItem } from './evidence-list';

function show(...items: EvidenceItem[]) {
  render(
    <MantineProvider env="test">
      <EvidenceList items={items} />
    </MantineProvider>,
  );
}

it('shows a PDF in the page, from this site, and lets it be downloaded', async () => {
  show({ kind: 'file', value: 'ab', name: 'Quyết định.PDF' });
  expect(screen.getByRole('link', { name: 'Quyết định.PDF' }).getAttribute('href')).toBe('/api/v1/evidence/ab');
  await userEvent.click(screen.getByRole('button', { name: 'Xem Quyết định.PDF' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByTitle('Quyết định.PDF').getAttribute('src')).toBe('/api/v1/evidence/ab?inline=true');
});

it('shows a picture', async () => {
  show({ kind: 'file', value: 'cd', name: 'ảnh.jpg' });
  await userEvent.click(screen.getByRole('button', { name: 'Xem ảnh.jpg' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('img', { name: 'ảnh.jpg' }).getAttribute('src')).toBe('/api/v1/evidence/cd?inline=true');
});

it('only gives out what a page cannot show', () => {
  show(
    { kind: 'file', value: 'ef', name: 'phụ lục.docx' },
    { kind: 'document', value: '12/BC-ĐT' },
    { kind: 'link', value: 'javascript:x' },
  );
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('phụ lục.docx').closest('a')?.hasAttribute('download')).toBe(true);
  expect(screen.getByText('javascript:x').closest('a')?.hasAttribute('href')).toBe(false);
});
