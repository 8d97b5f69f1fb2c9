import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { useHolding } from './hand';
import { NewChanges } from './new-changes';
import { changedLines, useSteady } from './steady';

interface Line {
  id: string;
  said: string;
}

const changesOf = (shown: readonly Line[], fresh: readonly Line[]) => changedLines(shown, fresh, ({ id }) => id);

function Lines({ fresh, asked, holding = false }: { fresh: readonly Line[]; asked?: string; holding?: boolean }) {
  useHolding(holding);
  const { shown, changes, show } = useSteady(fresh, changesOf, asked);
  return (
    <MantineProvider env="test">
      <NewChanges n={changes} onShow={show} />
      <input aria-label="Tìm" />
      <button type="button">Khác</button>
      <p data-testid="lines">{shown.map(({ id, said }) => id + said).join(' ')}</p>
    </MantineProvider>
  );
}

const line = (id: string, said = ''): Line => ({ id, said });
const BEFORE = [line('a'), line('b'), line('c')];
const AFTER = [line('n'), line('a'), line('b', '2')];
const lines = () => screen.getByTestId('lines').textContent;

it('shows what is new at once where nobody is about anything', () => {
  const { rerender } = render(<Lines fresh={BEFORE} />);
  rerender(<Lines fresh={AFTER} />);
  expect(lines()).toBe('n a b2');
  expect(screen.getByRole('status').textContent).toBe('');
});

it('moves nothing under the hand of who types, says how many lines differ, and shows them when asked', async () => {
  const { rerender } = render(<Lines fresh={BEFORE} />);
  await userEvent.click(screen.getByLabelText('Tìm'));
  rerender(<Lines fresh={AFTER} />);
  expect(lines()).toBe('a b c');
  expect(screen.getByRole('status').textContent).toContain('Có 3 thay đổi mới.'); // one came, one went, one says something else
  await userEvent.click(screen.getByRole('button', { name: 'Hiển thị' }));
  expect(lines()).toBe('n a b2');
});

it('shows them once the hand is free', async () => {
  const { rerender } = render(<Lines fresh={BEFORE} />);
  await userEvent.click(screen.getByLabelText('Tìm'));
  rerender(<Lines fresh={AFTER} />);
  expect(lines()).toBe('a b c');
  await userEvent.click(screen.getByRole('button', { name: 'Khác' }));
  expect(lines()).toBe('n a b2');
});

it('holds still while lines are picked or a dialog is open, and shows the answer to another question at once', () => {
  const { rerender } = render(<Lines fresh={BEFORE} asked="x" holding />);
  rerender(<Lines fresh={AFTER} asked="x" holding />);
  expect(lines()).toBe('a b c');
  rerender(<Lines fresh={AFTER} asked="y" holding />);
  expect(lines()).toBe('n a b2');
  rerender(<Lines fresh={BEFORE} asked="y" holding />);
  expect(lines()).toBe('n a b2');
  rerender(<Lines fresh={BEFORE} asked="y" />);
  expect(lines()).toBe('a b c');
});
