package org.muxado.adapter.faults;

import java.util.ArrayList;
import java.util.List;
import org.muxado.adapter.faults.planting.Fault;

/** All faults that are planted, by area. Stateless. */
final class PlantedFaults {

  private PlantedFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(HeaderFaults.all());
    all.addAll(PayloadFaults.all());
    all.addAll(IdFaults.all());
    all.addAll(ExtensionFaults.all());
    all.addAll(DataFaults.all());
    all.addAll(StreamFaults.all());
    all.addAll(FlowFaults.all());
    all.addAll(GoAwayFaults.all());
    all.addAll(PriorityFaults.all());
    all.addAll(HeartbeatFaults.all());
    all.addAll(AcceptFaults.all());
    all.addAll(LimitFaults.all());
    all.addAll(SessionFaults.all());
    all.addAll(CallFaults.all());
    all.addAll(VerdictFaults.all());
    all.addAll(TableFaults.all());
    return List.copyOf(all);
  }
}
