package pingheng.round.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pingheng.people.Level;
import pingheng.people.Visitor;
import pingheng.people.acts.Prepared;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.Stage;

/** What the interface says of itself, as OpenAPI. */
@Configuration(proxyBeanMethods = false)
class Description {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private static final Map<String, String> VARIABLES = Map.of(
            "round", "年度代码 code of the round, such as GD-2020",
            "unit", "单位代码 code of the unit, such as 440113",
            "point", "观测点代码 code of the point, such as 3.1.1",
            "layer", "层级 layer: city, province, onsite",
            "body", "责任单位编号 number of the body",
            "stage", "阶段 stage: plan, material, submission, city_review, province_review, onsite",
            "id", "编号 number",
            "number", "第几次报送 number of the submission");

    private static final String ABOUT = """
            与页面相同的操作，同样的规则。时间按 ISO 8601 并带年度所在时区；小数写成字符串；没有的值不出现。\
            每个请求带登录名和密码（HTTP Basic）。改动须写明所见的版本（seen）或摘要（digest）。拒绝按 RFC 9457，type 为 urn:problem:代码。

            The verbs of the pages under the same rules. Times are ISO 8601 in the zone of the round, decimals are strings, what is \
            absent is left out. Each request brings a sign-in name and password (HTTP Basic). A change names the version (seen) or the \
            digest it rests on. Refusals follow RFC 9457, their type is urn:problem:code.
            """;

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(RequestContext.class, RoundContext.class, Visitor.class)
                .addResponseWrapperToIgnore(Prepared.class)
                .replaceWithSchema(BigDecimal.class, new StringSchema().format("decimal"))
                .replaceWithSchema(Level.class, new StringSchema())
                .replaceWithSchema(Layer.class, new StringSchema())
                .replaceWithSchema(Stage.class, new StringSchema());
        return new OpenAPI()
                .info(new Info().title("评衡接口 · Pingheng API").version("1").description(ABOUT))
                .schemaRequirement(
                        "password",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecurityItem(new SecurityRequirement().addList("password"));
    }

    /** The variables of the addresses, which no handler names one by one, and the one answer to every refusal. */
    @Bean
    OpenApiCustomizer addresses() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        var variables = VARIABLE.matcher(path);
        while (variables.find()) {
            var name = variables.group(1);
            var known = operation.getParameters();
            if (known == null || known.stream().noneMatch(one -> one.getName().equals(name)))
                operation.addParametersItem(new PathParameter()
                        .name(name)
                        .description(VARIABLES.get(name))
                        .schema(new StringSchema()));
        }
        operation.getResponses().addApiResponse("default", refusal());
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("拒绝及理由 refused, and why (RFC 9457)")
                .content(new Content().addMediaType("application/problem+json", new MediaType()));
    }
}
