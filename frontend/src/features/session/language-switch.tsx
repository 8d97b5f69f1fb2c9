import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import { toast } from '@/components/ui/toast';
import { changeLanguage } from '@/i18n/i18n';
import type { Language } from '@/i18n/language';

// Each language is called by its own name, whatever the screen speaks.
const LANGUAGES: readonly { code: Language; short: string; name: string }[] = [
  { code: 'vi', short: 'VI', name: 'Tiếng Việt' },
  { code: 'en', short: 'EN', name: 'English' },
];

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();

  async function choose(language: Language) {
    try {
      await changeLanguage(language);
    } catch {
      toast(t('problem.unreachable')); // its words could not be fetched: the screen stays as it is
      return;
    }
    await queryClient.invalidateQueries(); // the server's sentences too
  }

  return (
    <Group gap="xs" role="group" aria-label={t('language')} wrap="nowrap">
      {LANGUAGES.map(({ code, short, name }) => (
        <Button
          key={code}
          size="compact-sm"
          variant={i18n.language === code ? 'light' : 'subtle'}
          color="gray"
          aria-label={`${short} – ${name}`}
          aria-pressed={i18n.language === code}
          lang={code}
          onClick={() => void choose(code)}
        >
          {short}
        </Button>
      ))}
    </Group>
  );
}
