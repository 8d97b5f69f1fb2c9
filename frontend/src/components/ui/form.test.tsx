import { MantineProvider, Radio, TextInput } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import '@/i18n/i18n';
import { Form } from './form';
import { TimeField } from './time-field';

function show(onSubmit: () => void) {
  render(
    <MantineProvider>
      <Form onSubmit={onSubmit} aria-label="Biểu mẫu">
        <TextInput label="Nội dung" required />
        <Radio.Group label="Quyết định" required>
          <Radio value="a" label="Áp dụng" required name="chosen" />
          <Radio value="b" label="Không áp dụng" required name="chosen" />
        </Radio.Group>
        <TimeField label="Giờ" value="" onChange={vi.fn()} />
        <button type="submit">Gửi</button>
      </Form>
    </MantineProvider>,
  );
}

/** What a screen reader says after the name of a field. */
const saidAt = (field: HTMLElement) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? undefined;

it('says at each field what is missing, once, and lets it go when it is mended', async () => {
  const onSubmit = vi.fn();
  show(onSubmit);
  await userEvent.type(screen.getByLabelText('Giờ'), '25h');
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }));
  expect(onSubmit).not.toHaveBeenCalled();
  const field = screen.getByRole('textbox', { name: 'Nội dung' });
  expect(document.activeElement).toBe(field);
  expect(saidAt(field)).toBe('Chưa điền mục này.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText('Chưa chọn.')).toHaveLength(1);
  expect(saidAt(screen.getByLabelText('Giờ'))).toBe('Giờ ghi như 17:00.');

  await userEvent.type(field, 'Rà soát');
  expect(screen.queryByText('Chưa điền mục này.')).toBeNull();
  expect(saidAt(field)).toBeUndefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Áp dụng' }));
  await userEvent.clear(screen.getByLabelText('Giờ'));
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }));
  expect(onSubmit).toHaveBeenCalledOnce();
});
