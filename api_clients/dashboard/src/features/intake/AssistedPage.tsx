import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, List, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { isLanguage, LANGUAGES, type Language } from "@/lib/languages";
import { type MyPartner, useSession } from "@/lib/session";

/**
 * A complaint that somebody tells: on the telephone, in a letter, at the door.
 *
 * The form itself is the server's own, under `/assisted/`: name and address of the complainant pass through no
 * script of ours, what was typed lies in a draft that ends with the session, and the receipt is printed there.
 */
export function AssistedPage() {
  const { partner } = useSession();
  if (!partner) return null;
  return <Assisted partner={partner} />;
}

function Assisted({ partner }: { partner: MyPartner }) {
  const { t } = useLingui();
  const query = $api.useQuery("get", "/api/v1/forms/{slug}/", { params: { path: { slug: partner.slug } } });
  return (
    <Stack maw={760}>
      <Text>
        <Trans>
          Somebody tells you a complaint and you write it down in their words. The questions come in the
          person's language, so that you can read them out. At the end there is a receipt, shown once: read it
          aloud slowly, or print it and hand it over.
        </Trans>
      </Text>
      <Loaded query={query}>{(form) => <Begin partner={partner} form={form} />}</Loaded>
      <Paper withBorder p="md" component="section">
        <Title order={2} size="h5" mb="xs">
          <Trans>Before you begin</Trans>
        </Title>
        <List size="sm" spacing="xs">
          <List.Item>
            <Trans>
              Ask first whether the person can talk safely now, and how you may reach them. Nobody has to give
              a name.
            </Trans>
          </List.Item>
          <List.Item>
            <Trans>
              Write what is said, not what you make of it: the words are kept as they are and never edited.
            </Trans>
          </List.Item>
          <List.Item>
            <Trans>
              A judge's or official's name goes only where the form asks for it. Your own remarks go into a
              note on the case afterwards.
            </Trans>
          </List.Item>
          <List.Item>
            <Trans>
              The receipt opens the complaint for whoever holds it. Do not write it down for yourself, and do
              not send it by mail or message.
            </Trans>
          </List.Item>
        </List>
        <Text size="sm" c="dimmed" mt="sm">
          {t`It opens in a tab of its own. What you type there is kept until your session ends.`}
        </Text>
      </Paper>
    </Stack>
  );
}

function Begin({ partner, form }: { partner: MyPartner; form: Schemas["PublicForm"] }) {
  const { t } = useLingui();
  const asked = form.schema.languages.filter(isLanguage);
  // The languages of the place come first; whoever calls may well speak another one.
  const spoken = [...partner.languages.filter((one) => asked.includes(one)), ...asked];
  const [language, setLanguage] = useState<Language>(spoken[0] ?? "en");
  return (
    <>
      <Group align="flex-end">
        <Select
          label={t`Language of the person`}
          data={[...new Set(spoken)].map((one) => ({ value: one, label: LANGUAGES[one] }))}
          value={language}
          onChange={(chosen) => isLanguage(chosen) && setLanguage(chosen)}
          allowDeselect={false}
        />
        <Button
          component="a"
          href={`/assisted/${partner.slug}/${language}/`}
          target="_blank"
          rel="noopener"
          leftSection={<IconExternalLink size={18} aria-hidden />}
        >
          <Trans>Write down a complaint</Trans>
        </Button>
      </Group>
      <Consents form={form} language={language} />
    </>
  );
}

/** What the person agrees to, in the very words that the form will ask, to be read aloud beforehand. */
function Consents({ form, language }: { form: Schemas["PublicForm"]; language: Language }) {
  const { t } = useLingui();
  return (
    <Paper withBorder p="md" component="section" aria-label={t`What the person agrees to`}>
      <Title order={2} size="h5" mb="xs">
        <Trans>Read this aloud before you ask for consent</Trans>
      </Title>
      <Stack gap="xs">
        {form.schema.consents.map((one) => (
          <Text key={`${one.purpose} ${one.version}`} lang={language} component="blockquote" m={0} pl="sm">
            {one.text[language]}
          </Text>
        ))}
      </Stack>
      <Text size="sm" c="dimmed" mt="sm">
        <Trans>
          Only the agreement to work on the complaint is needed. Every other one may be refused, and may be
          taken back at any time; say so. Agreement by word of mouth is kept as such.
        </Trans>
      </Text>
    </Paper>
  );
}
