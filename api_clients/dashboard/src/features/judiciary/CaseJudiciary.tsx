import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Table, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Loaded } from "@/components/Loaded";
import { Section } from "@/components/Section";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMayOn } from "@/lib/may";
import { useWord } from "@/lib/own-words";
import { asProblem } from "@/lib/problems";
import { COURT_INSTANCE, COURT_MATTER, COURT_VIOLATION } from "@/lib/words";
import { type Detail, EditJudiciary, EMPTY } from "./EditJudiciary";

/** Which court, in which instance, about what; the judge's name only for those who may read it. */
export function CaseJudiciary({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const may = useMayOn(caseId);
  const [editing, setEditing] = useState(false);
  const found = $api.useQuery("get", "/api/v1/cases/{case_id}/", { params: { path: { case_id: caseId } } });
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/judiciary/", {
    params: { path: { case_id: caseId } },
  });
  if (found.data?.kind !== "judiciary") return null;
  const nothingYet = asProblem(query.error).status === 404 && query.data === undefined;
  const detail: Detail | undefined = query.data ?? (nothingYet ? EMPTY : undefined);
  const writes = (may("work_cases") || may("triage_cases")) && "allowed_actions" in found.data;
  if (editing && detail) {
    return (
      <Section title={t`Court and proceedings`}>
        <EditJudiciary
          caseId={caseId}
          version={found.data.version}
          detail={detail}
          onDone={() => setEditing(false)}
        />
      </Section>
    );
  }
  return (
    <Section title={t`Court and proceedings`}>
      {nothingYet && !query.isPending ? (
        <Text size="sm" c="dimmed">
          <Trans>Nothing is known yet of the court and the proceedings.</Trans>
        </Text>
      ) : (
        <Loaded query={query}>{(known) => <Known detail={known} />}</Loaded>
      )}
      {writes && detail && (
        <Button variant="default" onClick={() => setEditing(true)} style={{ alignSelf: "flex-start" }}>
          <Trans>Write down what is known</Trans>
        </Button>
      )}
    </Section>
  );
}

function Known({ detail }: { detail: Schemas["JudiciaryAsSeen"] }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const hearing = [detail.next_hearing_on && dates.day(detail.next_hearing_on), detail.next_hearing_time];
  const coded = <Code extends string>(words: Parameters<typeof word<Code>>[0], code: string) =>
    code ? word(words, code as Code) : null;
  const rows: [string, ReactNode][] = [
    [t`Court or prosecution`, detail.court?.name],
    [t`Instance`, coded(COURT_INSTANCE, detail.instance)],
    [t`Number of the case there`, detail.case_number],
    [t`Matter`, coded(COURT_MATTER, detail.matter)],
    [t`Stage of the proceedings`, detail.stage_of_proceedings],
    [t`Months pending`, detail.months_pending],
    [t`Alleged violation`, coded(COURT_VIOLATION, detail.violation)],
    [t`Next hearing`, hearing.filter(Boolean).join(" · ")],
  ];
  if ("person" in detail) rows.push([t`Judge, prosecutor or official (restricted)`, detail.person]);
  return (
    <Table variant="vertical" layout="auto" withTableBorder>
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td>{value ?? "–"}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
