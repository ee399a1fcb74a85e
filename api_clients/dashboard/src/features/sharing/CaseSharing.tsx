import { Stack } from "@mantine/core";
import { HelpOfPartners } from "./HelpOfPartners";
import { Shares } from "./Shares";
import { Transfers } from "./Transfers";

/** The three ways in which this case meets other partners: help for the person, reading along, a new owner. */
export function CaseSharing({ caseId }: { caseId: string }) {
  return (
    <Stack gap="xl">
      <HelpOfPartners caseId={caseId} />
      <Shares caseId={caseId} />
      <Transfers caseId={caseId} />
    </Stack>
  );
}
