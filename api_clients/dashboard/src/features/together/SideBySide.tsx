import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Radio, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { DraftTextarea } from "@/components/DraftTextarea";
import { Busy, Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useDraft } from "@/lib/drafts";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_STATE } from "@/lib/words";

type Case = Schemas["Case"];
interface Props {
  caseId: string;
  otherId: string;
  onClose: () => void;
}

/** Two cases beside each other, down to the words; and which of them stays, if they are the same. */
export function SideBySide({ caseId, otherId, onClose }: Props) {
  const { t } = useLingui();
  const one = useCase(caseId);
  const other = useCase(otherId);
  return (
    <Modal
      opened
      onClose={onClose}
      size="70rem"
      title={t`The same matter?`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack>
        <ProblemAlert problem={one.error ?? other.error} />
        {one.data && other.data ? (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Side found={one.data} />
              <Side found={other.data} />
            </SimpleGrid>
            <Merge cases={[one.data, other.data]} onDone={onClose} />
          </>
        ) : (
          <Busy lines={6} />
        )}
      </Stack>
    </Modal>
  );
}

/** A case in full; what is read only in part cannot be merged. */
function useCase(caseId: string) {
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/", { params: { path: { case_id: caseId } } });
  const data = query.data && "allowed_actions" in query.data ? query.data : undefined;
  return { data, error: query.error };
}

function Side({ found }: { found: Case }) {
  const word = useWord();
  const dates = useDates();
  const { t } = useLingui();
  const words = $api.useQuery("get", "/api/v1/cases/{case_id}/complaint/", {
    params: { path: { case_id: found.id } },
  });
  return (
    <Stack gap="xs" component="section" aria-label={found.reference}>
      <Title order={3} size="h4">
        {found.reference}
      </Title>
      <Fact name={t`State`}>{word(CASE_STATE, found.state)}</Fact>
      <Fact name={t`Kind`}>{word(CASE_KIND, found.kind)}</Fact>
      <Fact name={t`Category`}>{found.category?.name}</Fact>
      <Fact name={t`Institution`}>{found.institution?.name}</Fact>
      <Fact name={t`Place`}>{found.place?.name}</Fact>
      <Fact name={t`Received`}>{dates.moment(found.opened_at)}</Fact>
      <Fact name={t`Assigned to`}>{found.assignee?.name}</Fact>
      <Fact name={t`Summary`}>{found.summary}</Fact>
      <Loaded query={words}>
        {(complaint) => (
          <Text
            size="sm"
            style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
            lang={complaint.language}
          >
            {complaint.narrative}
          </Text>
        )}
      </Loaded>
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Text size="sm">
      <Text span size="sm" c="dimmed">
        {name}:{" "}
      </Text>
      {children || "–"}
    </Text>
  );
}

function Merge({ cases, onDone }: { cases: [Case, Case]; onDone: () => void }) {
  const { t } = useLingui();
  const mergeable = cases.filter((one) => one.allowed_actions.some(({ verb }) => verb === "mark_duplicate"));
  const [first] = mergeable;
  const [duplicate, setDuplicate] = useState(first?.id ?? "");
  const draft = useDraft(`merge/${cases[0].id}/${cases[1].id}`, "");
  const merge = $api.useMutation("post", "/api/v1/cases/{case_id}/merges/", {
    onSuccess: () => {
      draft.clear();
      onDone();
    },
  });
  const gone = cases.find((one) => one.id === duplicate);
  const kept = cases.find((one) => one.id !== duplicate);
  if (!gone || !kept) {
    return (
      <Alert color="gray">
        <Trans>Neither of these cases can be merged now: a letter has left, or it has ended.</Trans>
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <Radio.Group label={t`Which one is the duplicate?`} value={duplicate} onChange={setDuplicate}>
        <Group mt="xs">
          {mergeable.map((one) => (
            <Radio key={one.id} value={one.id} label={one.reference} />
          ))}
        </Group>
      </Radio.Group>
      <Text size="sm">
        <Trans>
          The work goes on in {kept.reference}. What came with {gone.reference} stays with it and is reached
          from there. Its complainant keeps the receipt and is told. This can be undone.
        </Trans>
      </Text>
      <DraftTextarea
        draft={draft}
        label={t`Words to the complainant of the duplicate`}
        description={t`Empty: a short text in their language. Tell nothing of the other complaint.`}
      />
      <ProblemAlert problem={merge.error} />
      <Group justify="flex-end">
        <Button
          loading={merge.isPending}
          onClick={() =>
            merge.mutate({
              params: { path: { case_id: kept.id }, header: { "If-Match": ifMatch(kept.version) } },
              body: { other: gone.id, other_version: gone.version, message: draft.value },
            })
          }
        >
          <Trans>
            Merge {gone.reference} into {kept.reference}
          </Trans>
        </Button>
      </Group>
    </Stack>
  );
}
