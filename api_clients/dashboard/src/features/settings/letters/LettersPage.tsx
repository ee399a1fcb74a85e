import { useLingui } from "@lingui/react/macro";
import { Stack, Tabs } from "@mantine/core";
import { PageTitle } from "@/components/PageTitle";
import { useSession } from "@/lib/session";
import { Letterhead } from "./Letterhead";
import { LetterTemplates } from "./LetterTemplates";

/** What letters to institutions look like, and the words that they begin from. */
export default function LettersPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  return (
    <Stack>
      <PageTitle name={t`Letters`} />
      <Tabs defaultValue="templates" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="templates">{t`Templates`}</Tabs.Tab>
          <Tabs.Tab value="letterhead">{t`Letterhead`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="templates">
          <LetterTemplates slug={slug} />
        </Tabs.Panel>
        <Tabs.Panel value="letterhead">
          <Letterhead slug={slug} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
