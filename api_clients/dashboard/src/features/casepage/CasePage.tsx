import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Stack, Text, Title } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Link, useParams } from "react-router";
import { Busy } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { asProblem } from "@/lib/problems";
import { type CaseAsSeen, CaseContext, isWhole, useCase } from "./case";
import { KnownOf } from "./KnownOf";
import { WholeCase } from "./WholeCase";

/** A case: everything to those who work it, a part to whom a part was opened, and else nothing is there. */
export function CasePage() {
  const { caseId = "" } = useParams();
  const query = useCase(caseId);
  if (query.data) return <Seen key={caseId} seen={query.data} />;
  if (query.error && asProblem(query.error).status === 404) return <Nothing />;
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  return <Busy lines={8} />;
}

function Seen({ seen }: { seen: CaseAsSeen }) {
  if (!isWhole(seen)) return <KnownOf seen={seen} />;
  return (
    <ModalsProvider>
      <CaseContext value={seen}>
        <WholeCase />
      </CaseContext>
    </ModalsProvider>
  );
}

/** Absent, or not for the reader: the two look alike. */
function Nothing() {
  const { t } = useLingui();
  return (
    <Stack maw={560}>
      <Title order={1} size="h2">
        {t`There is no such case`}
      </Title>
      <Text>
        <Trans>It does not exist, or it is not open to you.</Trans>
      </Text>
      <Alert variant="light">
        <Trans>
          If a colleague sent you this address, ask whether the case is restricted, or works under another
          partner.
        </Trans>
      </Alert>
      <Anchor component={Link} to="/cases">
        <Trans>All cases</Trans>
      </Anchor>
    </Stack>
  );
}
