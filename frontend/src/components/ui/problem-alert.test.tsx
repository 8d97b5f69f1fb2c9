import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Problem, Unreachable } from '@/api/problem';
import { ProblemAlert } from './problem-alert';

it.each([
  ['no answer came', new Unreachable(), 'Không kết nối được máy chủ'],
  ['the server failed without a word', new Problem(500), 'Có lỗi ngoài dự kiến'],
  ['the session has ended', new Problem(401, { title: 'Log in first.' }), 'Phiên đăng nhập đã kết thúc'],
])('says that the text is still there where %s', (_, error, title) => {
  render(<ProblemAlert error={error} />, { wrapper: ({ children }) => <MantineProvider env="test">{children}</MantineProvider> });
  expect(screen.getByText(title)).toBeTruthy();
  expect(screen.getByText(/Nội dung anh\/chị đã nhập vẫn còn trên màn hình/)).toBeTruthy();
});
