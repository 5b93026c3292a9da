; The descriptor tables: GDT, LDT, IDT and the one task state segment. The tables share two pages with
; nothing else; the task state segment, written at every process switch, has its own.

TASK_STATE_LIMIT equ 103                ; no I/O permission map: ports are for ring 0
READ_ONLY_LIMIT equ 0x0FFF
ACCESS_CODE     equ 0x9B                ; present, DPL 0, readable, accessed
ACCESS_DATA     equ 0x93
ACCESS_READ     equ 0x91                ; data, read-only
ACCESS_TASK     equ 0x89
ACCESS_LOCAL    equ 0x82
ACCESS_GATE     equ 0x8E                ; 32-bit interrupt gate
ACCESS_TRAP     equ 0x8F                ; the same, leaves IF alone
ACCESS_CALL     equ 0x8C
ACCESS_RING3    equ 0x60
BIG             equ 0xC00000            ; 32-bit, limit in pages
SMALL           equ 0x400000            ; 32-bit, limit in bytes

; descriptor SELECTOR, base, limit, access, flags: into the GDT.
%macro descriptor 5
        mov eax, %2
        mov edx, %3
        mov ecx, (%4) << 8 | (%5)
        push dword gdt + ((%1) & ~7)
        call write_descriptor
%endmacro

descriptors_start:
        descriptor KERNEL_CODE, 0, 0xFFFFF, ACCESS_CODE | KERNEL_RPL << 5, BIG
        descriptor KERNEL_DATA, 0, 0xFFFFF, ACCESS_DATA | KERNEL_RPL << 5, BIG
        descriptor USER_CODE, 0, 0xFFFFF, ACCESS_CODE | ACCESS_RING3, BIG
        descriptor USER_DATA, 0, 0xFFFFF, ACCESS_DATA | ACCESS_RING3, BIG
%ifndef PARAVIRTUAL
        descriptor TASK_STATE, task_state, TASK_STATE_LIMIT, ACCESS_TASK, 0
        descriptor LOCAL_TABLE, ldt, 7, ACCESS_LOCAL, 0
%endif
        descriptor PROCESSOR_DATA, processor, processor_block_size - 1, \
          ACCESS_DATA | KERNEL_RPL << 5, SMALL
        descriptor READ_ONLY_DATA, strings_start, READ_ONLY_LIMIT, ACCESS_READ | KERNEL_RPL << 5, SMALL
        mov ebx, gdt + (CALL_GATE & ~7)
        mov eax, gate_entry
        mov edx, eax
        and eax, 0xFFFF
        or eax, KERNEL_CODE << 16
        and edx, 0xFFFF0000
        or edx, (ACCESS_CALL | ACCESS_RING3) << 8
        test dword [options], NO_CALL_GATE
        jnz .no_gate
        store_descriptor ebx, eax, edx
.no_gate:
        call gates_start
        mov word [task_state + 102], TASK_STATE_LIMIT + 1
        mov eax, boot_stack_end
        set_kernel_stack eax

        load_gdt [gdt_pointer]
        jump_far_kernel .loaded
.loaded:
        mov eax, KERNEL_DATA
        load_data_selectors ax
        load_stack_selector ax
        mov eax, PROCESSOR_DATA
        load_processor_selector ax
        xor eax, eax
        load_local_selector ax
        load_idt [idt_pointer]
        mov eax, LOCAL_TABLE
        load_ldt ax
        mov eax, TASK_STATE
        load_task ax
        ret

; write_descriptor(where) with EAX = base, EDX = limit, ECX = access and flags in their places.
write_descriptor:
        push ebx
        mov ebx, eax
        shl eax, 16
        push edx
        and edx, 0xFFFF
        or eax, edx                     ; the low doubleword
        pop edx
        and edx, 0xF0000
        or edx, ecx
        mov ecx, ebx
        and ecx, 0xFF000000
        or edx, ecx
        shr ebx, 16
        mov dl, bl                      ; the high doubleword
        mov ebx, [esp + 8]
        store_descriptor ebx, eax, edx
        pop ebx
        ret 4

; The LDT's only entry: the page of the running process's block, at linear address EAX.
write_local_descriptor:
        mov edx, block_size - 1
        mov ecx, (ACCESS_DATA | ACCESS_RING3) << 8 | SMALL
        push dword ldt
        call write_descriptor
        ret

; All gates: every vector that has an entry in `vectors`.
gates_start:
        push esi
        push ebx
        mov esi, vectors
.next:
        mov eax, [esi]                  ; the entry, the vector, the access byte
        test eax, eax
        jz .done
        movzx ebx, byte [esi + 4]
        movzx edx, byte [esi + 5]
        shl edx, 8
        mov ecx, eax
        and ecx, 0xFFFF0000
        or edx, ecx
        and eax, 0xFFFF
        or eax, KERNEL_CODE << 16
        lea ebx, [idt + ebx * 8]
        store_descriptor ebx, eax, edx
        add esi, 6
        jmp .next
.done:
        pop ebx
        pop esi
        ret

        [section data]
        align 4, db 0
        dw 0
gdt_pointer:
        dw GDT_ENTRIES * 8 - 1
        dd gdt
        dw 0
idt_pointer:
        dw 256 * 8 - 1
        dd idt
        __?SECT?__
