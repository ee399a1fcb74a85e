import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, api } from "@/lib/api";
import { keepAsFile } from "@/lib/keep-as-file";
import { useSession } from "@/lib/session";
import { AccessCard } from "./AccessCard";
import { Collected } from "./Collected";
import { NewAccess } from "./NewAccess";

/** Collecting in the field: who may, with which form, and what came of it. */
export default function FieldPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const [adding, setAdding] = useState(false);
  const accesses = $api.useQuery("get", "/api/v1/partners/{slug}/field_accesses/", {
    params: { path: { slug }, query: { page_size: 200 } },
  });
  return (
    <Stack>
      <PageTitle
        name={t`Collecting in the field`}
        actions={
          <Button onClick={() => setAdding(true)}>
            <Trans>Make an access</Trans>
          </Button>
        }
      />
      <Text size="sm" c="dimmed">
        <Trans>
          Volunteers write complaints down without a line, with ODK Collect on a telephone or in KoboToolbox,
          and send them later. Give every telephone an access of its own: if it is lost, you end that one
          alone.
        </Trans>
      </Text>
      <Loaded query={accesses} empty={t`There is no access yet.`}>
        {({ results }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <AccessCard key={one.id} slug={slug} access={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      <FormForKobo slug={slug} />
      <Collected slug={slug} />
      {adding && <NewAccess slug={slug} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function FormForKobo({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<unknown>(null);
  const load = async () => {
    setProblem(null);
    const { data, error } = await api.GET("/api/v1/partners/{slug}/field_form/", {
      params: { path: { slug } },
      parseAs: "blob",
    });
    if (error) setProblem(error);
    else keepAsFile(data as unknown as Blob, "form.xlsx");
  };
  return (
    <Section title={t`The form`}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          <Trans>
            ODK Collect gets your published form by itself. Into KoboToolbox you upload it, and again after
            every change.
          </Trans>
        </Text>
        <Group>
          <Button variant="default" onClick={() => void load()}>
            <Trans>Download for KoboToolbox</Trans>
          </Button>
        </Group>
        <ProblemAlert problem={problem} />
      </Stack>
    </Section>
  );
}
