package io.kucun.inventory.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.util.MergeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/** Completes what the build has read from the code. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Description implements OASFilter {
  private final IndexView index;

  /** With the index of the service's classes. */
  public Description(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Records records = new Records(index);
    Map<String, List<Parameter>> parameters = Scanned.reduce(api, records);
    OpenAPI whole = MergeUtil.merge(api, Written.read());
    records.complete(whole);
    Patterns.translate(whole);
    Problems problems = new Problems(whole.getComponents());
    whole
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations()
                .forEach((method, operation) -> {
                  List<Parameter> all =
                      new ArrayList<>(parameters.getOrDefault(path + method, List.of()));
                  all.addAll(Headers.parameters(operation));
                  operation.setParameters(all);
                  problems.add(path, method, operation);
                  Headers.add(path, method, operation);
                }));
    api.setTags(whole.getTags());
    api.setInfo(whole.getInfo());
    api.setServers(whole.getServers());
    api.setComponents(whole.getComponents());
    api.setPaths(sorted(whole.getPaths()));
  }

  private static Paths sorted(Paths paths) {
    Map<String, PathItem> items = new TreeMap<>(paths.getPathItems());
    Paths sorted = OASFactory.createPaths();
    items.forEach(sorted::addPathItem);
    return sorted;
  }
}
