import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Group, List, Select, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { useCaseSearch } from "@/features/caselist";
import { $api, type Schemas } from "@/lib/api";
import { useMayOn } from "@/lib/may";
import { CaseMerges } from "./CaseMerges";
import { Suggestions } from "./Suggestions";

/** Cases that belong with this one: linked by hand, merged into it, or perhaps the same. */
export function CaseLinks({ caseId }: { caseId: string }) {
  return (
    <Stack gap="xl">
      <Linked caseId={caseId} />
      <CaseMerges caseId={caseId} />
      <Suggestions caseId={caseId} />
    </Stack>
  );
}

function Linked({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const may = useMayOn(caseId);
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/links/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
  return (
    <Section title={t`Linked cases`}>
      <Loaded query={query} lines={1} empty={<NoLinks />}>
        {(links) => (
          <List listStyleType="none" spacing="xs">
            {links.results.map((one) => (
              <LinkedCase key={one.id} caseId={caseId} link={one} />
            ))}
          </List>
        )}
      </Loaded>
      {may("work_cases") && <AddLink caseId={caseId} />}
    </Section>
  );
}

const NoLinks = () => (
  <Text size="sm" c="dimmed">
    <Trans>No case is linked to this one.</Trans>
  </Text>
);

function LinkedCase({ caseId, link }: { caseId: string; link: Schemas["Link"] }) {
  const may = useMayOn(caseId);
  const remove = $api.useMutation("delete", "/api/v1/cases/{case_id}/links/{link_id}/");
  return (
    <List.Item>
      <Group gap="sm">
        <Anchor component={Link} to={`/cases/${link.case}`}>
          {link.reference}
        </Anchor>
        {may("work_cases") && (
          <ConfirmButton
            size="compact-xs"
            variant="subtle"
            loading={remove.isPending}
            question={<Trans>Take this link away? Both cases stay as they are.</Trans>}
            onConfirm={() => remove.mutate({ params: { path: { case_id: caseId, link_id: link.id } } })}
          >
            <Trans>Unlink</Trans>
          </ConfirmButton>
        )}
      </Group>
      <ProblemAlert problem={remove.error} />
    </List.Item>
  );
}

function AddLink({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const [other, setOther] = useState<string | null>(null);
  const [searched] = useDebouncedValue(words.trim(), 250);
  const found = useCaseSearch(searched).filter((one) => one.id !== caseId);
  const add = $api.useMutation("post", "/api/v1/cases/{case_id}/links/", {
    onSuccess: () => {
      setOther(null);
      setWords("");
    },
  });
  return (
    <Stack gap="xs" maw={520}>
      <Group align="flex-end" gap="xs">
        <Select
          flex={1}
          miw={200}
          label={t`Link another case`}
          placeholder={t`Number or words`}
          searchable
          clearable
          data={found.map((one) => ({
            value: one.id,
            label: [one.reference, one.summary].filter(Boolean).join(" · "),
          }))}
          filter={({ options }) => options}
          nothingFoundMessage={searched.length > 1 ? t`Nothing found` : t`Type a number or words`}
          searchValue={words}
          onSearchChange={setWords}
          value={other}
          onChange={setOther}
        />
        <Button
          variant="default"
          disabled={!other}
          loading={add.isPending}
          onClick={() => other && add.mutate({ params: { path: { case_id: caseId } }, body: { other } })}
        >
          <Trans>Link</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={add.error} />
    </Stack>
  );
}
