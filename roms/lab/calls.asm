; System calls: INT 80h through a trap gate, so that interrupts stay on. EAX is the number and the
; answer, EBX and ECX are the arguments.

; system_call(EAX = frame)
system_call:
        push ebx
        push esi
        mov ebx, eax
        call interrupts_are_off
        assert ne, NO_ORIGIN, "a system call with interrupts off"
        inc dword [system_calls]
        mov eax, [ebx + frame.eax]
        mov esi, call_table
.find:
        mov ecx, [esi]
        test ecx, ecx
        jz .unknown
        cmp ecx, eax
        je .found
        add esi, 8
        jmp .find
.found:
        mov eax, [ebx + frame.ebx]
        mov edx, [ebx + frame.ecx]
        mov ecx, ebx
        call [esi + 4]
        mov [ebx + frame.eax], eax
        pop esi
        pop ebx
        ret
.unknown:
        mov dword [ebx + frame.eax], -1
        pop esi
        pop ebx
        ret

        [section strings]
        align 4, db 0
call_table:
        dd CALL_EXIT, call_exit
        dd CALL_FORK, process_fork
        dd CALL_WRITE, call_write
        dd CALL_WAIT, call_wait
        dd CALL_EXEC, process_exec
        dd CALL_NUMBER, call_number
        dd CALL_BREAK, call_break
        dd CALL_TICKS, call_ticks
        dd CALL_OPTIONS, call_options
        dd CALL_YIELD, call_yield
        dd CALL_SLEEP, process_sleep
        dd CALL_DELAY, call_delay
        dd 0
        __?SECT?__

; Each: EAX, EDX = arguments, ECX = frame; the answer in EAX.
call_exit:
        and eax, 0xFF                   ; what is above tells how a process was stopped
        jmp process_exit

call_number:
        mov eax, [fs:processor_block.process]
        mov eax, [eax + process.number]
        ret

call_yield:
        call process_yield
        xor eax, eax
        ret

call_ticks:
        mov eax, [ticks]
        ret

call_options:
        mov eax, [length]
        mov [ecx + frame.edx], eax
        mov eax, [options]
        ret

; Stay in the kernel, with interrupts on, for EAX ticks, at most 15.
call_delay:
        and eax, 15
        add eax, [ticks]
.wait:
        cmp [ticks], eax
        js .wait
        xor eax, eax
        ret

; Text at EAX, EDX bytes, at most TEXT_LIMIT of them; EAX = how many, or -1.
TEXT_LIMIT      equ 128
call_write:
        push ebx
        mov ebx, edx
        cmp ebx, TEXT_LIMIT
        jbe .short
        mov ebx, TEXT_LIMIT
.short:
        sub esp, TEXT_LIMIT
        mov edx, esp
        mov ecx, ebx
        call copy_from_user
        jnz .bad
        mov eax, esp
        mov edx, ebx
        call print_text
        mov eax, ebx
        jmp .done
.bad:
        mov eax, -1
.done:
        add esp, TEXT_LIMIT
        pop ebx
        ret

; The status goes to EAX if that is not 0.
call_wait:
        push ebx
        push esi
        mov ebx, eax
        call process_wait
        mov esi, eax
        test ebx, ebx
        jz .done
        cmp esi, -1
        je .done
        push edx
        mov edx, ebx
        mov eax, esp
        mov ecx, 4
        call copy_to_user
        pop edx
        jz .done
        mov esi, -1
.done:
        mov eax, esi
        pop esi
        pop ebx
        ret

; The heap ends EAX bytes farther on; pages behind the new end are taken away. EAX = the old end, or -1.
call_break:
        push ebx
        push esi
        push edi
        mov ebx, [fs:processor_block.process]
        mov edi, [ebx + process.break]  ; the old end
        lea esi, [edi + eax]            ; the new one
        cmp esi, USER_HEAP
        jb .bad
        cmp esi, USER_HEAP_END
        ja .bad
        mov [ebx + process.break], esi
        push edi
        add esi, PAGE - 1
        and esi, -PAGE
.next:
        cmp esi, edi
        jae .done
        mov eax, [ebx + process.directory]
        mov edx, esi
        call space_unmap
        add esi, PAGE
        jmp .next
.done:
        pop eax
        jmp .out
.bad:
        mov eax, -1
.out:
        pop edi
        pop esi
        pop ebx
        ret

; The call gate's one service: EAX = the caller's pid. The way back is a far return to ring 3.
gate_entry:
        push_segments
        mov eax, KERNEL_DATA
        load_data_selectors ax
        mov eax, PROCESSOR_DATA
        load_processor_selector ax
        inc dword [gate_calls]
        mov eax, [fs:processor_block.process]
        mov eax, [eax + process.number]
        pop_segments
        return_from_gate

; ---------------------------------------------------------------- between the kernel and a process
; copy_from_user(EAX = there, EDX = here, ECX = bytes), copy_to_user(EDX = there, EAX = here, ECX = bytes):
; ZF when done. A page that is not there is made as if the process had touched it, and an address that
; it may not use ends the copy, not the kernel.
copy_from_user:
        push esi
        push edi
        mov esi, eax
        mov edi, edx
        mov edx, esi
        call .allowed
        jnz .out
        expect_fault .failed
        rep movsb
        expect_no_fault
        xor eax, eax
.out:
        pop edi
        pop esi
        ret
.failed:
        or eax, 1
        jmp .out
; ZF when the ECX bytes at EDX lie below the kernel.
.allowed:
        mov eax, edx
        add eax, ecx
        jc .above
        cmp eax, KERNEL_BASE
        ja .above
        xor eax, eax
        ret
.above:
        or eax, 1
        ret

copy_to_user:
        push esi
        push edi
        mov esi, eax
        mov edi, edx
        call copy_from_user.allowed
        jnz .out
        cmp byte [is_486], 0
        je .look
.copy:
        expect_fault .failed
        rep movsb
        expect_no_fault
        xor eax, eax
.out:
        pop edi
        pop esi
        ret
.failed:
        or eax, 1
        jmp .out
; Without WP the kernel's stores go through read-only pages: make each page, and copy it if it is shared.
.look:
        push ebx
        push ecx
        mov ebx, edi
        and ebx, -PAGE
.page:
        expect_fault .look_failed
        mov al, [ebx]
        expect_no_fault
        mov eax, [fs:processor_block.process]
        mov eax, [eax + process.directory]
        mov edx, ebx
        call space_entry
        test byte [eax], ENTRY_WRITE
        jnz .writable
        mov eax, ebx
        call page_copy
        jnz .look_failed
.writable:
        add ebx, PAGE
        mov eax, [esp]
        add eax, edi
        cmp ebx, eax
        jb .page
        pop ecx
        pop ebx
        jmp .copy
.look_failed:
        pop ecx
        pop ebx
        jmp .failed
