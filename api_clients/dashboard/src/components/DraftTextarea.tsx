import { Trans } from "@lingui/react/macro";
import { Text, Textarea, type TextareaProps } from "@mantine/core";
import type { useDraft } from "@/lib/drafts";

type Props = Omit<TextareaProps, "value" | "onChange"> & { draft: ReturnType<typeof useDraft<string>> };

/** Words that survive a reload: `const draft = useDraft(place, "")`, and `draft.clear()` once they were sent. */
export function DraftTextarea({ draft, description, ...props }: Props) {
  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={16}
      {...props}
      description={
        draft.restored ? (
          <Text span size="xs">
            <Trans>What you had typed here earlier was kept.</Trans>
          </Text>
        ) : (
          description
        )
      }
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
    />
  );
}
