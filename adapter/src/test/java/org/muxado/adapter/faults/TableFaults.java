package org.muxado.adapter.faults;

import java.util.ArrayList;
import java.util.List;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.WrongCell;
import org.muxado.adapter.faults.planting.WrongCell.Instead;
import org.muxado.spec.Cell;
import org.muxado.spec.Effect;
import org.muxado.spec.LifecycleTable;
import org.muxado.spec.Reaction;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.ReceivedOutcome;

/** Every received cell of the lifecycle table, done in each way that is wrong there. Stateless. */
final class TableFaults {

  private TableFaults() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    LifecycleTable.load().receivedCells().forEach(cell -> add(cell, faults));
    return faults;
  }

  private static void add(Cell<ReceivedEvent, ReceivedOutcome> cell, List<Fault> faults) {
    for (ReceivedOutcome outcome : cell.outcomes()) {
      boolean changesState = outcome.next().filter(next -> next != cell.state()).isPresent();
      for (Instead instead : Instead.values()) {
        if (instead.isWrongFor(outcome, changesState)) {
          faults.add(fault(cell, new WrongCell(cell, outcome, instead)));
        }
      }
    }
  }

  private static Fault fault(Cell<ReceivedEvent, ReceivedOutcome> cell, WrongCell wrong) {
    String when = wrong.outcome().when().map(c -> "-" + c.label()).orElse("");
    String id = "table-" + cell.event().label() + "-" + cell.state().label() + when;
    Fault fault = Fault.incoming(id, wrong);
    boolean neverOpens =
        wrong.outcome().reaction().equals(new Reaction.Accepted(Effect.OPEN))
            && wrong.instead() != Instead.SESSION_ERROR;
    return wrong.instead() == Instead.IGNORE || neverOpens ? fault.silently() : fault;
  }
}
