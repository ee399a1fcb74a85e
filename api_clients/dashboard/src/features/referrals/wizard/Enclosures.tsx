import { Trans, useLingui } from "@lingui/react/macro";
import {
  ActionIcon,
  Button,
  Card,
  FileButton,
  Group,
  Input,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconArrowUp, IconX } from "@tabler/icons-react";
import { ProblemAlert } from "@/components/ProblemAlert";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { FILE_STATE } from "@/lib/words";
import { putFile, useCaseFiles } from "../FileChoice";
import { useTold } from "../queries";
import type { LetterValues } from "./letterValues";

type Enclosed = LetterValues["enclosures"];
const MOST = 20;

interface Props {
  caseId: string;
  value: Enclosed;
  onChange: (value: Enclosed) => void;
}

/** Files that go along, in order, as their clean copies. Their names never leave; the institution reads the titles. */
export function Enclosures({ caseId, value, onChange }: Props) {
  const { t } = useLingui();
  const files = useCaseFiles(caseId);
  const known = files.data?.results ?? [];
  const retitle = (file: string, title: string) =>
    onChange(value.map((one) => (one.file === file ? { file, title } : one)));
  return (
    <Input.Wrapper
      label={t`What goes along`}
      description={t`Clean copies, without what the camera or program wrote into them. Names of files stay here.`}
    >
      <Stack gap="xs" mt={6}>
        {value.map((one, place) => (
          <Card key={one.file} withBorder padding="xs">
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                style={{ flex: 1, minWidth: 0 }}
                size="xs"
                maxLength={150}
                label={t`${place + 1}. ${nameOf(known, one.file)}`}
                placeholder={t`Title for the institution; empty: what sort of file it is`}
                value={one.title}
                onChange={(event) => retitle(one.file, event.currentTarget.value)}
              />
              <ActionIcon
                variant="default"
                aria-label={t`Further up`}
                disabled={place === 0}
                onClick={() => onChange(raised(value, place))}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t`Take it out`}
                onClick={() => onChange(value.filter((other) => other.file !== one.file))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          </Card>
        ))}
        {value.length < MOST && (
          <More
            caseId={caseId}
            files={known.filter((one) => !value.some((other) => other.file === one.id))}
            onTake={(file) => onChange([...value, { file, title: "" }])}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

interface MoreProps {
  caseId: string;
  files: Schemas["File"][];
  onTake: (id: string) => void;
}

function More({ caseId, files, onTake }: MoreProps) {
  const { t } = useLingui();
  const word = useWord();
  const putting = useTold((file: File) => putFile(caseId, file));
  return (
    <Stack gap="xs">
      {files.length > 0 && (
        <Select
          aria-label={t`Enclose a file of the case`}
          placeholder={t`Enclose a file of the case`}
          searchable
          data={files.map((one) => ({
            value: one.id,
            label: one.state === "ready" ? one.name : `${one.name} (${word(FILE_STATE, one.state)})`,
            disabled: one.state !== "ready",
          }))}
          value={null}
          onChange={(id) => id && onTake(id)}
        />
      )}
      <Group gap="xs">
        <FileButton onChange={(file) => file && putting.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={putting.isPending}>
              <Trans>Upload from this computer</Trans>
            </Button>
          )}
        </FileButton>
        {putting.data && (
          <Text size="sm" c="dimmed">
            <Trans>It is being cleaned; then it can be enclosed.</Trans>
          </Text>
        )}
      </Group>
      <ProblemAlert problem={putting.error} />
    </Stack>
  );
}

const nameOf = (files: Schemas["File"][], id: string) => files.find((one) => one.id === id)?.name ?? "…";

function raised(value: Enclosed, place: number): Enclosed {
  const [one] = value.slice(place, place + 1);
  if (!one) return value;
  const others = value.filter((other) => other !== one);
  return [...others.slice(0, place - 1), one, ...others.slice(place - 1)];
}
