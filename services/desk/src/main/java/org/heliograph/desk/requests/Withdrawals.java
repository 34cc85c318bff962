package org.heliograph.desk.requests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heliograph.cooperation.Action;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.events.RequestState;
import org.springframework.transaction.support.TransactionOperations;

/** Asks the addressees of this party's requests to withdraw them. */
public final class Withdrawals {

    private static final Set<RequestState> OVER = Set.of(RequestState.DECLINED, RequestState.WITHDRAWN);

    private final JdbcRequests requests;
    private final JdbcSteps steps;
    private final CoopDispatches dispatches;
    private final TransactionOperations transaction;

    Withdrawals(JdbcRequests requests, JdbcSteps steps, CoopDispatches dispatches, TransactionOperations transaction) {
        this.requests = requests;
        this.steps = steps;
        this.dispatches = dispatches;
        this.transaction = transaction;
    }

    /** What became of a withdrawal. */
    public sealed interface Result {

        /** These addressees were asked; each says whether it was in time. */
        record Asked(List<String> addressees) implements Result {
            public Asked {
                addressees = List.copyOf(addressees);
            }
        }

        /** This party sent no request of this id. */
        record NotHere() implements Result {}

        /** At every addressee it is over, or was asked for before; nothing changed. */
        record NothingLeft(List<Standing> standings) implements Result {
            public NothingLeft {
                standings = List.copyOf(standings);
            }
        }
    }

    /** Asks all addressees where the request is neither over nor asked to be withdrawn. */
    public Result withdraw(UUID requestId, Action.Withdraw withdraw, Caller caller) {
        return transaction.execute(_ -> {
            Optional<CooperationRequest> request =
                    requests.lock(requestId).filter(found -> found.direction() == Direction.OUT);
            if (request.isEmpty()) {
                return new Result.NotHere();
            }
            List<Standing> standings = requests.standings(requestId);
            Set<String> asked = steps.withdrawals(requestId).stream()
                    .map(Withdrawal::addressee)
                    .collect(Collectors.toSet());
            List<String> left = standings.stream()
                    .filter(standing -> !OVER.contains(standing.state()))
                    .map(Standing::addressee)
                    .filter(addressee -> !asked.contains(addressee))
                    .toList();
            left.forEach(addressee -> steps.insert(CoopMessages.withdrawal(
                    dispatches.withdraw(request.get(), addressee, withdraw, caller), Direction.OUT)));
            return left.isEmpty() ? new Result.NothingLeft(standings) : new Result.Asked(left);
        });
    }
}
