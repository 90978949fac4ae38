package io.kucun.inventory.stock;

import io.kucun.inventory.testing.Packaged;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
@WithTestResource(Packaged.class)
class InventoryIT extends InventoryTest {}
