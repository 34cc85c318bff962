package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.requests.ActDetail;
import org.heliograph.desk.requests.AddresseeFile;
import org.heliograph.desk.requests.Command;
import org.heliograph.desk.requests.DeadlineReading;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;

/** How a request stands at one addressee. */
record AddresseeView(
        String addressee,
        RequestState state,
        int version,

        @Schema(description = "0 none, 1 unit head, 2 HQ focal point, 3 platform coordinators.")
        int escalation,

        @Schema(description = "By when the addressee owes what; told to the addressee alone.") @Nullable
        DeadlineReading deadline,

        @Schema(description = "This party's commands that are on their way or were set aside.")
        List<OpenCommandView> commands,

        @Schema(description = "What the caller may do now.") Set<CoopAct> nextSteps) {

    /** How far a command has come. */
    enum Progress {
        ON_ITS_WAY,
        SET_ASIDE
    }

    /**
     * A command that led to nothing, or not yet.
     *
     * @param because why it was set aside
     */
    record OpenCommandView(
            CoopAct act, Progress progress, @Nullable Refusal because, Instant at, String role, ActDetail detail) {

        static OpenCommandView of(AddresseeFile.OpenCommand open) {
            Command command = open.command();
            return new OpenCommandView(
                    command.action().act(),
                    open.setAside() == null ? Progress.ON_ITS_WAY : Progress.SET_ASIDE,
                    open.setAside(),
                    command.askedAt(),
                    command.role(),
                    ActDetail.of(command.action()));
        }
    }

    static AddresseeView of(AddresseeFile file) {
        return new AddresseeView(
                file.standing().addressee(),
                file.standing().state(),
                file.standing().version(),
                file.escalation(),
                file.deadline(),
                file.commands().stream().map(OpenCommandView::of).toList(),
                file.nextSteps());
    }
}
