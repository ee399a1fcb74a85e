import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useWord } from "@/lib/own-words";
import { CASE_STEP } from "@/lib/words";
import { type CaseAction, type CaseVerb, useThisCase } from "../case";
import { STEP_FORMS } from "./forms";
import { StepModal } from "./StepModal";

/** What may be done next, the likeliest first; what something stands against is there too, and says what. */
export function Steps() {
  const { t } = useLingui();
  const { allowed_actions: actions } = useThisCase();
  const [open, setOpen] = useState<CaseVerb | null>(null);
  const chosen = actions.find((action) => action.verb === open);
  const ready = actions.filter(goesAhead);
  const first = ready.find((action) => !STEP_FORMS[action.verb].ends) ?? ready[0];
  const others = ready.filter((action) => action !== first);
  const refused = actions.filter((action) => !goesAhead(action));
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Next steps`}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          <Trans>Next steps</Trans>
        </Title>
        {actions.length === 0 && (
          <Text size="sm" c="dimmed">
            <Trans>Nothing is to be done here with your role.</Trans>
          </Text>
        )}
        {first && <Step action={first} prominent onOpen={setOpen} />}
        {others.map((action) => (
          <Step key={action.verb} action={action} onOpen={setOpen} />
        ))}
        {refused.map((action) => (
          <Refused key={action.verb} action={action} />
        ))}
      </Stack>
      {chosen && <StepModal action={chosen} onClose={() => setOpen(null)} />}
    </Paper>
  );
}

const goesAhead = (action: CaseAction) => !action.code || action.reason_lifts;

interface StepProps {
  action: CaseAction;
  prominent?: boolean;
  onOpen: (verb: CaseVerb) => void;
}

function Step({ action, prominent = false, onOpen }: StepProps) {
  const word = useWord();
  const { ends } = STEP_FORMS[action.verb];
  return (
    <Button
      fullWidth
      justify="flex-start"
      variant={prominent ? "filled" : ends ? "subtle" : "light"}
      color={ends && !prominent ? "gray" : undefined}
      onClick={() => onOpen(action.verb)}
      aria-haspopup="dialog"
    >
      {word(CASE_STEP, action.verb)}
    </Button>
  );
}

function Refused({ action }: { action: CaseAction }) {
  const word = useWord();
  const because = `refused-${action.verb}`;
  return (
    <div>
      <Button
        fullWidth
        justify="flex-start"
        variant="default"
        data-disabled
        aria-disabled
        aria-describedby={because}
        leftSection={<IconLock size={16} aria-hidden />}
        onClick={(event) => event.preventDefault()}
      >
        {word(CASE_STEP, action.verb)}
      </Button>
      <Text id={because} size="xs" c="dimmed" mt={4}>
        {action.reason}
      </Text>
    </div>
  );
}
